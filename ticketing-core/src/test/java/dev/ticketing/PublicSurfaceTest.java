package dev.ticketing;

import dev.ticketing.contract.PublicSurfaceContract;
import java.util.List;

final class PublicSurfaceTest implements PublicSurfaceContract {

    @Override
    public List<String> packages() {
        return List.of("dev.ticketing", "dev.ticketing.error", "dev.ticketing.memory", "dev.ticketing.spi");
    }
}
