package org.needlepoint.keys;

import java.nio.file.Path;
import java.time.Clock;
import org.needlepoint.database.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Opens the key ring at start.
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    KeyRing keyRing(DataFolder folder, Environment environment, Clock clock) {
        var file = environment.getProperty(
                "needlepoint.keys", folder.path().resolve("keyring.json").toString());
        return KeyRing.open(Path.of(file), clock);
    }
}
