package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strconv"
)

// A fault is the first error of a file, with its physical line.
type fault struct {
	line    int
	message string
}

func parse(path string, src []byte) (*ast.File, *token.FileSet, *fault) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, src,
		parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
	if err == nil {
		return file, fset, nil
	}
	list, ok := err.(scanner.ErrorList)
	if !ok || len(list) == 0 {
		return nil, nil, &fault{1, err.Error()}
	}
	// Lines may be changed by line directives, offsets are not.
	first := list[0]
	for _, e := range list {
		if e.Pos.Offset < first.Pos.Offset {
			first = e
		}
	}
	line := 1 + bytes.Count(src[:first.Pos.Offset], []byte("\n"))
	return nil, nil, &fault{line, first.Msg}
}

// A text is a dump that is being written.
type text struct {
	out []byte
	src []byte
}

func (t *text) word(s string) { t.out = append(t.out, s...) }
func (t *text) number(n int)  { t.out = strconv.AppendInt(t.out, int64(n), 10) }
func (t *text) span(start, end int) {
	t.number(start)
	t.word("-")
	t.number(end)
}

func (t *text) escaped(s []byte) {
	const hex = "0123456789abcdef"
	for _, c := range s {
		if c >= ' ' && c < 0x7f && c != '\\' {
			t.out = append(t.out, c)
		} else {
			t.out = append(t.out, '\\', 'x', hex[c>>4], hex[c&15])
		}
	}
}

func dumpTokens(src []byte) []byte {
	fset := token.NewFileSet()
	file := fset.AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, nil, scanner.ScanComments)
	t := text{src: src}
	for {
		pos, tok, lit := s.Scan()
		start, end := file.Offset(pos), file.Offset(s.End())
		auto := tok == token.SEMICOLON && lit == "\n"
		if auto {
			end = start
		}
		t.span(start, end)
		t.word(" ")
		t.word(tok.String())
		if auto {
			t.word(" auto")
		} else if tok.IsLiteral() {
			t.word(" ")
			t.escaped(src[start:end])
		}
		t.word("\n")
		if tok == token.EOF {
			return t.out
		}
	}
}

// commentEnd finds where a comment ends in the source: carriage returns are missing in its text.
func commentEnd(src []byte, start int) int {
	if src[start+1] == '*' {
		return start + 2 + bytes.Index(src[start+2:], []byte("*/")) + 2
	}
	if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(src)
}
