package dev.grapevine.graph.dataimport;

/** Nobody watches. */
final class SilentProgress implements ImportProgress {

    @Override
    public void begin(String pass, long rows) {}

    @Override
    public void advance(long rows) {}

    @Override
    public void end() {}
}
