#include "pipeline.hpp"

#include <cstdio>

int main() {
    std::puts(demarche::version());
    return 0;
}
