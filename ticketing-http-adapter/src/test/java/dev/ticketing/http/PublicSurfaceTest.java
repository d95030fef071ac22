package dev.ticketing.http;

import dev.ticketing.contract.PublicSurfaceContract;
import java.util.List;

final class PublicSurfaceTest implements PublicSurfaceContract {

    @Override
    public List<String> packages() {
        return List.of("dev.ticketing.http");
    }
}
