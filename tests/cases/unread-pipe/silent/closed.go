// The deferred Close comes on every path.
package cases

import (
	"fmt"
	"io"
	"os"
)

func report(rows []string) error {
	pr, pw := io.Pipe()
	go func() {
		defer pw.Close()
		for _, row := range rows {
			fmt.Fprintln(pw, row)
		}
	}()
	_, err := io.Copy(os.Stdout, pr)
	return err
}
