// A goroutine for each line of standard input.
package cases

import (
	"bufio"
	"net/http"
	"os"
)

func Fetch() error {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		go fetch(lines.Text()) // want unbounded-spawn "lines.Scan"
	}
	return lines.Err()
}

func fetch(url string) {
	if resp, err := http.Get(url); err == nil {
		resp.Body.Close()
	}
}
