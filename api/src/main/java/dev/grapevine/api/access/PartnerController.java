package dev.grapevine.api.access;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.access.Partner;
import dev.grapevine.graph.access.Partners;
import dev.grapevine.graph.access.RegisterPartner;
import dev.grapevine.graph.access.SetPartnerLimits;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;

import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;

/**
 * Resolves partners: {@code registerPartner}, {@code setPartnerLimits} and the fields of {@code
 * Partner}.
 */
@Controller
class PartnerController {

    private final Partners partners;
    private final Brands brands;

    PartnerController(Partners partners, Brands brands) {
        this.partners = partners;
        this.brands = brands;
    }

    @Bean
    static NodeSource partnerNodes(Partners partners) {
        return NodeSource.of("ptn", partners::byIds);
    }

    @MutationMapping
    RegisterPartnerPayload registerPartner(
            @Argument RegisterPartner input, BrandArgument argument, Administrator administrator) {
        return RegisterPartnerPayload.of(
                partners.register(administrator.call(), argument.brand(), input));
    }

    @MutationMapping
    SetPartnerLimitsPayload setPartnerLimits(
            @Argument SetPartnerLimits input, Administrator administrator) {
        return SetPartnerLimitsPayload.of(partners.setLimits(administrator.call(), input));
    }

    @BatchMapping(typeName = "Partner")
    Map<Partner, Brand> brand(List<Partner> partners) {
        return BatchMappings.load(
                partners, Partner::brandId, ids -> brands.byIds(Caller.SYSTEM, ids));
    }
}
