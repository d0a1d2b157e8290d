package dev.grapevine.api.testing;

import dev.grapevine.graph.dataimport.ImportProgress;

/** Import progress without output. */
public final class SilentProgress implements ImportProgress {

    @Override
    public void begin(String step, long rows) {}

    @Override
    public void advance(long rows) {}

    @Override
    public void end() {}
}
