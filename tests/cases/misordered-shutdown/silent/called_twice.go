// write stops its writer before its file; that it is called again afterwards makes other values.
package cases

import (
	"bufio"
	"os"
)

func write(path string) {
	file, err := os.Create(path)
	if err != nil {
		return
	}
	out := bufio.NewWriter(file)
	out.WriteString(path)
	out.Flush()
	file.Close()
}

func app() {
	write("a")
	write("b")
}
