package org.needlepoint.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Points an application under test at a data folder of its own.
public final class SharedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test folders",
                        Map.of(
                                "needlepoint.data", TestData.freshFolder().toString(),
                                "needlepoint.cache", TestData.cache().toString())));
    }
}
