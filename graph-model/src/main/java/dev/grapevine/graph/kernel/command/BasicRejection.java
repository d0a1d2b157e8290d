package dev.grapevine.graph.kernel.command;

import java.util.List;

/** Rejection without data of its own: code, message and path. */
record BasicRejection(String code, String message, List<String> path) implements Rejection {}
