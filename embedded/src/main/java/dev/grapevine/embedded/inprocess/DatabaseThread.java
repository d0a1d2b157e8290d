package dev.grapevine.embedded.inprocess;

import org.jspecify.annotations.Nullable;

/**
 * Thread that may run the statements of an embedded database itself. An interrupt during a
 * statement terminates the statement and does not reach the database, whose files it would close;
 * at any other time it interrupts as usual.
 */
public final class DatabaseThread extends Thread {

    private @Nullable Runnable termination;
    private boolean isInterrupted;

    public DatabaseThread(Runnable work) {
        super(work);
        setName("grapevine.database-" + threadId());
        setDaemon(true);
    }

    /**
     * Begins a statement, unless the thread has been interrupted or runs another.
     *
     * @param termination action that makes the statement fail soon
     * @return false if the thread must not run the statement
     */
    synchronized boolean begin(Runnable termination) {
        if (isInterrupted() || this.termination != null) {
            return false;
        }
        this.termination = termination;
        return true;
    }

    /** Ends a statement; an interrupt that came during the statement takes effect. */
    synchronized void end() {
        termination = null;
        if (isInterrupted) {
            isInterrupted = false;
            super.interrupt();
        }
    }

    @Override
    public synchronized void interrupt() {
        if (termination == null) {
            super.interrupt();
        } else {
            isInterrupted = true;
            termination.run();
        }
    }
}
