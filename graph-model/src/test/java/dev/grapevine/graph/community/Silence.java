package dev.grapevine.graph.community;

/** Nobody watches. */
final class Silence implements Progress {

    @Override
    public void begin(String pass, long rows) {}

    @Override
    public void advance(long rows) {}

    @Override
    public void end() {}
}
