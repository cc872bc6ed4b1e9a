package org.needlepoint.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires the database: server, migrations, pool, scope.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    DataFolder dataFolder(Environment environment) {
        return DataFolder.take(Path.of(environment.getRequiredProperty("needlepoint.data")));
    }

    @Bean
    DatabaseServer databaseServer(DataFolder folder, Environment environment) {
        var url = environment.getProperty("needlepoint.database.url", "");
        var server = url.isBlank()
                ? DatabaseServer.embedded(
                        folder,
                        Path.of(environment.getRequiredProperty("needlepoint.cache")),
                        environment.getProperty("needlepoint.postgres.bin", ""))
                : DatabaseServer.external(url, role -> login(environment, role));
        try {
            server.check();
            Migrations.run(server);
            server.check();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static DatabaseServer.Login login(Environment environment, DatabaseRole role) {
        var key = "needlepoint.database." + role.name().toLowerCase(Locale.ROOT);
        return new DatabaseServer.Login(
                environment.getProperty(key + ".user", role.roleName()),
                environment.getProperty(key + ".password", ""));
    }

    @Bean
    ScopedDataSource dataSource(DatabaseServer server, Environment environment) {
        var login = server.login(DatabaseRole.APP);
        var config = new HikariConfig();
        config.setPoolName("needlepoint");
        config.setJdbcUrl(server.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(environment.getProperty("needlepoint.database.pool", Integer.class, 10));
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(10_000);
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("socketTimeout", "30");
        // the server's details quote rows, and what is quoted ends up in logs
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new ScopedDataSource(new HikariDataSource(config));
    }

    @Bean
    PlatformTransactionManager transactionManager(ScopedDataSource dataSource) {
        return new ScopedTransactionManager(dataSource);
    }
}
