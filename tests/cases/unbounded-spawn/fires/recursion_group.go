// The group has no limit, and the one wait at the root lets all of them run at a time.
package cases

import (
	"os"

	"golang.org/x/sync/errgroup"
)

func Scan(root string, found func(string)) error {
	var g errgroup.Group
	var walk func(dir string)
	walk = func(dir string) {
		g.Go(func() error { // want unbounded-spawn[warning] "the function literal in Scan"
			entries, err := os.ReadDir(dir)
			for _, e := range entries {
				if e.IsDir() {
					walk(dir + "/" + e.Name())
				} else {
					found(e.Name())
				}
			}
			return err
		})
	}
	walk(root)
	return g.Wait()
}
