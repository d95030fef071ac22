package dev.ticketing;

import java.util.List;

/**
 * What {@link Ticketing#doctor} found. Immutable.
 *
 * @param findings what is wrong or unwise; empty if nothing is
 */
public record Diagnosis(List<Finding> findings) {

    /** How bad a finding is. */
    public enum Severity {
        /** Nothing is broken, but an acknowledged write may not survive, or an answer may surprise. */
        WARNING,
        /** Stored data contradicts itself, or the tables do not fit this version. */
        ERROR
    }

    /**
     * One thing that is wrong or unwise.
     *
     * @param severity how bad it is
     * @param check what was looked at: a word that stays the same from version to version
     * @param message what was found, and what would help; holds nothing that people wrote
     */
    public record Finding(Severity severity, String check, String message) {

        /**
         * Makes a finding about something unwise.
         *
         * @param check what was looked at
         * @param message what was found
         * @return the finding
         */
        public static Finding warning(String check, String message) {
            return new Finding(Severity.WARNING, check, message);
        }

        /**
         * Makes a finding about something wrong.
         *
         * @param check what was looked at
         * @param message what was found
         * @return the finding
         */
        public static Finding error(String check, String message) {
            return new Finding(Severity.ERROR, check, message);
        }
    }

    /** Keeps a copy of the findings. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * Says whether nothing is broken; warnings do not count.
     *
     * @return whether there is no {@link Severity#ERROR}
     */
    public boolean isHealthy() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
