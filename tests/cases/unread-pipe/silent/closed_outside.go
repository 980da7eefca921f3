// The function that starts the writers closes the pipe when they have ended.
package cases

import (
	"io"
	"os"
	"sync"
)

func merge(parts []string) error {
	pr, pw := io.Pipe()
	go func() {
		var wg sync.WaitGroup
		for _, p := range parts {
			wg.Add(1)
			go func() {
				defer wg.Done()
				io.WriteString(pw, p)
			}()
		}
		wg.Wait()
		pw.Close()
	}()
	_, err := io.Copy(os.Stdout, pr)
	return err
}
