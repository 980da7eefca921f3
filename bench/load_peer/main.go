// Command load_peer is the other side of `make bench`'s comparison of loading and checking whole
// modules.
//
//	load_peer load DIR PATTERN…          loads and checks the packages with go/packages, every body of
//	                                     every dependency included, and prints what that came to
//	load_peer spend OUTPUT COMMAND ARG…  runs a command with its output in a file, and prints what it
//	                                     and the processes that it waited for took
//
// Both print one line of key=value pairs. Tests are not loaded.
package main

import (
	"fmt"
	"os"
)

func main() {
	args := os.Args[1:]
	var err error
	switch {
	case len(args) >= 3 && args[0] == "load":
		err = load(args[1], args[2:])
	case len(args) >= 3 && args[0] == "spend":
		err = spend(args[1], args[2:])
	default:
		fmt.Fprintln(os.Stderr, "usage: load_peer load DIR PATTERN… | spend OUTPUT COMMAND ARG…")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "load_peer:", err)
		os.Exit(2)
	}
}
