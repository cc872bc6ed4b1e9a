package org.needlepoint.anatomy.web;

import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.MapViews;
import org.needlepoint.anatomy.OtherCauses;
import org.needlepoint.anatomy.OutlineZones;
import org.needlepoint.anatomy.PainJson;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.anatomy.atlas.Atlas;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The knowledge, read once at start, and what works on it, for all modules.
@Configuration(proxyBeanMethods = false)
class AnatomyConfiguration {

    @Bean
    Knowledge knowledge() {
        return Knowledge.load();
    }

    @Bean
    Atlas atlas() {
        return Atlas.load();
    }

    @Bean
    OutlineZones outlineZones(Atlas atlas) {
        return new OutlineZones(atlas);
    }

    @Bean
    PainJson painJson(Knowledge knowledge, OutlineZones zones) {
        return new PainJson(knowledge, zones);
    }

    @Bean
    PainLocator painLocator(Knowledge knowledge, Atlas atlas) {
        return PainLocator.of(knowledge, atlas);
    }

    @Bean
    RedFlags redFlags(Knowledge knowledge) {
        return new RedFlags(knowledge);
    }

    @Bean
    OtherCauses otherCauses(Knowledge knowledge) {
        return new OtherCauses(knowledge);
    }

    @Bean
    MapViews mapViews(Knowledge knowledge, Atlas atlas, MessageSource messages) {
        return new MapViews(knowledge, atlas, messages);
    }
}
