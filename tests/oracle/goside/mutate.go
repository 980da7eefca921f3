package main

import (
	"fmt"
	"go/scanner"
	"go/token"
	"math/rand"
	"os"
	"path/filepath"
)

// Mutants are made from files up to this size: a fault is as good in a small file, and faster.
const mutantBytesMax = 30_000

// What may be put in front of a token.
var insertions = []string{
	"{", "}", "(", ")", "[", "]", ";", "\n", ",", ":", "...", "func ", "\"", "`", "'", "\\", "/*",
	"\x00", "\xff", "type ", "case ", "<-", "chan ", "~", "|", "*", "=", ".", "if ", "1",
}

type span struct{ start, end int }

func tokenSpans(src []byte) []span {
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, nil, 0)
	var spans []span
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return spans
		}
		if tok != token.SEMICOLON || lit == ";" {
			spans = append(spans, span{file.Offset(pos), file.Offset(s.End())})
		}
	}
}

// mutant gives src with one fault: a token left out, doubled, replaced by another of the file, put
// before, or everything from it on cut off.
func mutant(r *rand.Rand, src []byte, spans []span) []byte {
	at := spans[r.Intn(len(spans))]
	before, self, after := src[:at.start], src[at.start:at.end], src[at.end:]
	other := spans[r.Intn(len(spans))]
	var middle []byte
	switch r.Intn(5) {
	case 0:
	case 1:
		middle = append(append(append(middle, self...), ' '), self...)
	case 2:
		middle = src[other.start:other.end]
	case 3:
		middle = append([]byte(insertions[r.Intn(len(insertions))]), self...)
	default:
		after = nil
	}
	out := append([]byte{}, before...)
	return append(append(out, middle...), after...)
}

// mutate writes count faulty variants of the listed files into dir and prints their names. The same
// list gives the same variants.
func mutate(list, dir string, count int) error {
	paths, err := readLines(list)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewSource(1))
	for made := 0; made < count && len(paths) > 0; {
		i := r.Intn(len(paths))
		src, err := os.ReadFile(paths[i])
		if err != nil {
			return err
		}
		spans := tokenSpans(src)
		if len(src) > mutantBytesMax || len(spans) == 0 {
			paths = append(paths[:i], paths[i+1:]...)
			continue
		}
		name := filepath.Join(dir, fmt.Sprintf("mutant%05d.go", made))
		if err := os.WriteFile(name, mutant(r, src, spans), 0o666); err != nil {
			return err
		}
		fmt.Println(name)
		made++
	}
	return nil
}
