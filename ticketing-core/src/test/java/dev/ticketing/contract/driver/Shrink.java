package dev.ticketing.contract.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing list shorter by leaving parts out, large ones first, as long as it still fails. */
final class Shrink {

    private Shrink() {}

    /** Leaves out what the failure does not need. @param all fails @param fails says whether a shorter list fails, too @return fails, and no part of it can be left out */
    static <T> List<T> shrink(List<T> all, Predicate<List<T>> fails) {
        List<T> left = all;
        int part = Math.max(1, left.size() / 2);
        while (true) {
            List<T> shorter = withoutParts(left, part, fails);
            if (shorter.size() == left.size() && part == 1) return left;
            part = shorter.size() == left.size()
                    ? Math.max(1, part / 2)
                    : Math.max(1, Math.min(part, shorter.size() / 2));
            left = shorter;
        }
    }

    private static <T> List<T> withoutParts(List<T> all, int part, Predicate<List<T>> fails) {
        List<T> left = all;
        for (int end = left.size(); end > 0; end -= part) {
            List<T> shorter = new ArrayList<>(left.subList(0, Math.max(0, end - part)));
            shorter.addAll(left.subList(Math.min(end, left.size()), left.size()));
            if (fails.test(shorter)) left = shorter;
        }
        return left;
    }
}
