// Included first where Clang 14 compiles qpdf's headers: it would make the constexpr destructor of vector<JSON> while JSON is not
// complete. Told that there is one of its own, it waits; what follows when JSON is known never needs it.
#include <vector>

#pragma clang diagnostic ignored "-Wundefined-inline"
class JSON;
template <>
constexpr std::vector<JSON>::~vector<JSON>() noexcept;
