// Command consumers reads reports of curfew with the parsers of the tools that they are for, and prints a
// line for each diagnostic that arrives: consumers FORMAT=PATH…
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/joshdk/go-junit"
	"github.com/reviewdog/reviewdog/parser"
)

func main() {
	for _, arg := range os.Args[1:] {
		format, path, _ := strings.Cut(arg, "=")
		read := diagnostics
		if format == "junit" {
			read = cases
		}
		if err := read(format, path); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", arg, err)
			os.Exit(1)
		}
	}
}

// diagnostics prints what reviewdog understands: where, how severe, which rule, and what it would suggest.
func diagnostics(format, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	p, err := parser.New(&parser.Option{FormatName: format})
	if err != nil {
		return err
	}
	found, err := p.Parse(f)
	if err != nil {
		return err
	}
	for _, d := range found {
		fmt.Printf("%s %s:%d %s %s %s\n", format, d.GetLocation().GetPath(), d.GetLocation().GetRange().GetStart().GetLine(),
			d.GetSeverity(), strings.TrimPrefix(d.GetCode().GetValue(), "curfew."), suggestions(len(d.GetSuggestions())))
	}
	return nil
}

func suggestions(n int) string {
	return fmt.Sprintf("%d suggestions", n)
}

// cases prints the test cases that did not pass.
func cases(format, path string) error {
	suites, err := junit.IngestFile(path)
	if err != nil {
		return err
	}
	for _, s := range suites {
		for _, t := range s.Tests {
			if t.Status != junit.StatusPassed {
				fmt.Printf("%s %s %s %s\n", format, t.Classname, t.Status, t.Name)
			}
		}
	}
	return nil
}
