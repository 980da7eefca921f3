// The group is awaited in the function that started its goroutines.
package cases

import (
	"net/http"
	"os"

	"golang.org/x/sync/errgroup"
)

type copies struct{ paths []string }

func (c copies) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	for _, path := range c.paths {
		g.Go(func() error { return os.WriteFile(path, nil, 0o600) })
	}
	if err := g.Wait(); err != nil {
		http.Error(w, "not copied", http.StatusInternalServerError)
	}
}
