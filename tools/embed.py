"""Writes an assembly file that includes each given file's bytes, and a C++ index of them.

Usage: embed.py NAME ROOT OUTPUT_DIRECTORY FILE...
"""
import pathlib
import sys


def assembly(files):
    lines = ['.section .note.GNU-stack,"",@progbits', ".section .rodata"]
    for number, file in enumerate(files):
        lines += [".balign 16", f"bytes_{number}_begin:", f'.incbin "{file}"', f"bytes_{number}_end:", ".byte 0"]
    return lines


def main(name, root, output, *paths):
    files = sorted(pathlib.Path(path) for path in paths)
    out = pathlib.Path(output)
    out.mkdir(parents=True, exist_ok=True)
    lines = assembly(files)
    for number in range(len(files)):
        for edge in ("begin", "end"):
            lines = [line.replace(f"bytes_{number}_{edge}:", f".globl embedded_{name}_{number}_{edge}\n"
                                  f"embedded_{name}_{number}_{edge}:") for line in lines]
    (out / "bytes.S").write_text("\n".join(lines) + "\n")

    declared = "".join(f"extern const char embedded_{name}_{n}_begin, embedded_{name}_{n}_end;\n" for n in range(len(files)))
    entries = "".join(f'        {{"{file.relative_to(root).as_posix()}", {{&embedded_{name}_{n}_begin, '
                      f"static_cast<std::size_t>(&embedded_{name}_{n}_end - &embedded_{name}_{n}_begin)}}}},\n"
                      for n, file in enumerate(files))
    (out / "index.cpp").write_text(
        f'#include "platform/embedded.hpp"\n\nextern "C" {{\n{declared}}}\n\nnamespace embedded {{\n'
        f"std::span<const File> {name}() {{\n    static const std::array<File, {len(files)}> files{{{{\n{entries}    }}}};\n"
        "    return files;\n}\n} // namespace embedded\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
