package dev.grapevine.graph.testing;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.ActivityListener;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Listener that passes calls on to the one that a test has set. */
public class SwitchableActivityListener implements ActivityListener {

    private volatile @Nullable ActivityListener target;

    /**
     * Sets the listener that is called from now on.
     *
     * @param target null for none
     */
    public void pass(@Nullable ActivityListener target) {
        this.target = target;
    }

    @Override
    public void recorded(List<Activity> activities) {
        var listener = target;
        if (listener != null) {
            listener.recorded(activities);
        }
    }

    @Override
    public void cancelled(List<Activity> activities) {
        var listener = target;
        if (listener != null) {
            listener.cancelled(activities);
        }
    }
}
