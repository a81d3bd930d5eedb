#include "subset.hpp"

#include <gmock/gmock.h>

namespace demarche::house {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string chart(const std::string& inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"183mm\" "
           "height=\"90.5mm\" viewBox=\"0 0 1 1\" xml:lang=\"en\" role=\"graphics-document document\">"
           "<title>t</title><desc>d</desc>" +
           inside + "</svg>";
}

TEST(Subset, AChartInTheSubsetPasses) {
    EXPECT_THAT(outside_subset(chart("<g id='a-1' role='listitem' data-event='x'><title>One</title>"
                                     "<rect x='1' y='-2.5' width='3' height='4' fill='#aabbcc' stroke='none'/>"
                                     "<path d='M0 0 L1,1 C1 2 3 4 5 6 Z' fill='none' stroke='#000000'/>"
                                     "<a xlink:href='https://example.org/' href='https://example.org/'>"
                                     "<text x='1' y='2' font-size='8'>A</text></a></g>")),
                IsEmpty());
}

struct Bad {
    const char* inside;
    const char* finding;
};

TEST(Subset, WhatLiesOutsideIsFound) {
    const Bad cases[] = {
        {"<use xlink:href='#a'/>", "<use>"},
        {"<foreignObject/>", "<foreignObject>"},
        {"<style>text {}</style>", "<style>"},
        {"<script/>", "<script>"},
        {"<image/>", "<image>"},
        {"<textPath/>", "<textPath>"},
        {"<text x='1' y='2' dominant-baseline='middle'>a</text>", "dominant-baseline on <text>"},
        {"<text x='1' y='2' dy='.3em'>a</text>", "dy on <text>"},
        {"<text x='1' y='2' textLength='9'>a</text>", "textLength on <text>"},
        {"<text x='1 2 3' y='2'>abc</text>", "x=\"1 2 3\" on <text> is no plain number"},
        {"<text x='1' y='2' font-size='8pt'>a</text>", "font-size=\"8pt\""},
        {"<text x='1' y='2' style='fill:red'>a</text>", "style on <text>"},
        {"<text x='1' y='2' paint-order='stroke'>a</text>", "paint-order"},
        {"<text x='1'>a</text>", "without x and y"},
        {"<text x='1' y='2'>a<tspan x='3' y='2'>b</tspan></text>", "<tspan>"},
        {"<g class='a'/>", "class on <g>"},
        {"<polyline points='1,2 3,4'/>", "<polyline>"},
        {"<rect fill='#aabbccdd'/>", "write #rrggbb"},
        {"<rect fill='rgba(1,2,3,.5)'/>", "write #rrggbb"},
        {"<rect fill='red'/>", "write #rrggbb"},
        {"<rect stroke='#ABCDEF'/>", "write #rrggbb"},
        {"<circle cx='1' cy='nan' r='1'/>", "cy=\"nan\""},
        {"<circle cx='1e-7' cy='1' r='1'/>", "cx=\"1e-7\""},
        {"<circle cx='1,5' cy='1' r='1'/>", "cx=\"1,5\""},
        {"<path d='m0 0 l1 1'/>", "relative or broken"},
        {"<path d='M0 0 Lnan 1'/>", "relative or broken"},
        {"<g id='a'/><g id='a'/>", "there twice"},
        {"<g id='1a'/>", "malformed"},
        {"<g aria-labelledby='gone'/>", "nothing has the id gone"},
        {"<a href='https://example.org/'/>", "<a> without xlink:href"},
        {"<a xlink:href='javascript:alert(1)'/>", "only web addresses"},
        {"<a xlink:href='https://example.org/' target='_blank'/>", "target on <a>"},
        {"<g onclick='x()'/>", "onclick on <g>"},
    };
    for (const auto& [inside, finding] : cases) {
        EXPECT_THAT(outside_subset(chart(inside)), ElementsAre(HasSubstr(finding))) << inside;
    }
}

TEST(Subset, ABareRootLacksWhatReadersNeed) {
    EXPECT_THAT(outside_subset("<svg/>"),
                ElementsAre(HasSubstr("width"), HasSubstr("height"), HasSubstr("viewBox"), HasSubstr("xml:lang"),
                            HasSubstr("role"), HasSubstr("title and desc")));
    EXPECT_THAT(outside_subset("<svg"), ElementsAre(HasSubstr("not XML")));
    EXPECT_THAT(outside_subset("<html/>"), ElementsAre(HasSubstr("not <svg>")));
}

TEST(Subset, LabelsAreReadAsWords) {
    EXPECT_THAT(labels_of(chart("<text x='1' y='2'>Riyadh  talks <tspan x='3' y='1'>1 2</tspan></text><text> </text>"
                                "<text><title>no</title>yes</text>")),
                ElementsAre("Riyadh talks 1 2", "yes"));
}

} // namespace
} // namespace demarche::house
