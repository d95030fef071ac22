package dev.ticketing.samples.supportdesk;

import java.util.concurrent.CountDownLatch;

/** A small support desk in the browser. */
public final class SupportDesk {

    private SupportDesk() {}

    /**
     * Runs until the process is told to stop.
     *
     * @param arguments none are read
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("support-desk: nothing to see yet, Ctrl-C stops");
        new CountDownLatch(1).await();
    }
}
