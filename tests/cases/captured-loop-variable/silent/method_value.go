// curfew: --go 1.21
// The receiver is evaluated when the call is deferred.
package cases

import "io"

func closeAll(files []io.Closer) {
	for _, f := range files {
		defer f.Close()
	}
}
