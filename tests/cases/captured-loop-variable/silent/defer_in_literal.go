// curfew: --go 1.21
// What is deferred runs when the round's literal returns.
package cases

import "io"

func closeAll(files []io.Closer, use func(io.Closer)) {
	for _, f := range files {
		func() {
			defer func() { _ = f.Close() }()
			use(f)
		}()
	}
}
