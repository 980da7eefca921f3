// Two files and two writers come from the same functions; each writer is flushed before its own file is closed.
package cases

import (
	"bufio"
	"os"
)

func create(path string) *os.File {
	file, err := os.Create(path)
	if err != nil {
		panic(err)
	}
	return file
}

func both(first, second string) {
	a := create(first)
	v := bufio.NewWriter(a)
	v.WriteString("a")
	v.Flush()
	a.Close()
	b := create(second)
	w := bufio.NewWriter(b)
	w.WriteString("b")
	w.Flush()
	b.Close()
}
