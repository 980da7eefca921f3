// curfew: --go 1.21
// Run time: every deferred call closes the last file.
package cases

import "io"

func closeAll(files []io.Closer) {
	for _, f := range files {
		defer func() {
			_ = f.Close() // want captured-loop-variable "a deferred call reads it after the last one"
		}()
	}
}
