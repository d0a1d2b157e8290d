package dev.grapevine.api.kernel;

/** Key of the brand that the input of a mutation names, beside the command that it describes. */
public record BrandArgument(String brand) {}
