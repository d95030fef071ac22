package dev.ticketing.contract;

/**
 * How long the long tests run, and from which seed: short in every build, long in a campaign. The one address for both; see
 * {@code docs/campaigns.md}.
 *
 * <p>{@code -Dcampaign} makes them long, {@code -Dcampaign=10} ten times as long, {@code -Dcampaign.seed=7} gives another
 * seed. Tests that ask here carry {@code @Tag("campaign")}, so that {@code -Pcampaign} runs them alone.
 */
public final class Campaign {

    /** The seed unless another one is named. */
    public static final long SEED = 20_261_121;

    private Campaign() {}

    /** Says whether this is a campaign. @return false in a plain build */
    public static boolean isOn() {
        return factor() > 0;
    }

    /** Chooses a size. @param small in every build @param large in a campaign, times its factor @return one of the two */
    public static int size(int small, int large) {
        return isOn() ? Math.multiplyExact(large, factor()) : small;
    }

    /** Gives the seed. @return the same one in every run, unless another one was named */
    public static long seed() {
        return Long.getLong("campaign.seed", SEED);
    }

    /** Prints what was tried and what failed, for the record. @param what a promise and an engine @param tried how many @param failed how many */
    public static void report(String what, long tried, long failed) {
        System.out.println("[campaign] " + what + ": tried " + tried + ", failed " + failed + ", seed " + seed());
    }

    /** Nothing, {@code -Dcampaign} and {@code -Dcampaign=true} are 0, 1 and 1. */
    private static int factor() {
        String value = System.getProperty("campaign");
        if (value == null || value.equals("false")) return 0;
        return value.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(value) : 1;
    }
}
