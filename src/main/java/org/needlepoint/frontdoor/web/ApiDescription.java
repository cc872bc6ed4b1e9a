package org.needlepoint.frontdoor.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.PracticeId;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What `/api/openapi.json` says besides what it reads off the controllers.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Practice.class, PracticeId.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Needlepoint")
                        .version("1")
                        .description(
                                "Public booking and pain locator. No sign-in; errors are application/problem+json.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }
}
