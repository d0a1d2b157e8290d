package dev.grapevine.api.testing;

import dev.grapevine.graph.dataimport.ImportProgress;

/** The progress of an import that nobody watches. */
public final class SilentProgress implements ImportProgress {

    @Override
    public void begin(String pass, long rows) {}

    @Override
    public void advance(long rows) {}

    @Override
    public void end() {}
}
