package dev.grapevine.graph.dataimport;

/** Observer that ignores the progress. */
final class SilentProgress implements ImportProgress {

    @Override
    public void begin(String step, long rows) {}

    @Override
    public void advance(long rows) {}

    @Override
    public void end() {}
}
