// A recursive closure, as one writes it to share variables.
package cases

import "os"

func Scan(root string, found chan<- string) {
	var walk func(dir string)
	walk = func(dir string) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return
		}
		for _, e := range entries {
			if e.IsDir() {
				go walk(dir + "/" + e.Name()) // want unbounded-spawn "the function literal in Scan"
			} else {
				found <- e.Name()
			}
		}
	}
	walk(root)
}
