package org.noticecascade.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.noticecascade.document.AddresseeGroup.Meaning;

class AddresseesTest {

    @Test
    void splitsAtCommasOutsideBracketsOnly() {
        ReadNotice notice = Sample.withAddressees("各省监管局（厅，委），总局各司局；有关企业：");
        assertThat(notice.addresseeGroups())
                .extracting(AddresseeGroup::text)
                .containsExactly("各省监管局（厅，委）", "总局各司局", "有关企业");
        assertThat(notice.addresseeGroups().get(2).meanings()).containsExactly(Meaning.UNKNOWN);
    }

    @Test
    void joinsAddresseesBrokenOverLines() {
        ReadNotice notice = Sample.withAddressees("各省、自治区、直辖市监管局（厅、\n委），总局各司局、\n各直属单位：");
        assertThat(notice.addressees().value()).isEqualTo("各省、自治区、直辖市监管局（厅、委），总局各司局、各直属单位");
        assertThat(notice.addressees().line()).isEqualTo(3);
        assertThat(notice.addresseeGroups()).extracting(AddresseeGroup::line).containsExactly(3, 4);
    }

    @Test
    void someProvincesAreNotAllProvinces() {
        AddresseeGroup group =
                Sample.withAddressees("有关省、自治区监管局：").addresseeGroups().get(0);
        assertThat(group.meanings()).containsExactly(Meaning.UNKNOWN);
    }

    @Test
    void keepsWhatStandsBehindTheColonForTheBody() {
        ReadNotice notice = Sample.withAddressees("各省监管局：各单位要落实责任。");
        assertThat(notice.addressees().value()).isEqualTo("各省监管局");
        assertThat(notice.requirements().get(0).text()).isEqualTo("各单位要落实责任。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"为做好样例工作，现将有关事项通知如下：", "各单位要做好以下工作：一是落实责任。", "发文机关：示范监管总局", "附件：样例表"})
    void takesNoOtherLineWithAColonForAddressees(String line) {
        assertThat(Sample.withAddressees(line).addressees()).isNull();
    }
}
