// Each round has a context of its own; the one that ended is the last round's.
package cases

import (
	"context"
	"net/http"
	"time"
)

func restart(parent context.Context, servers <-chan *http.Server) error {
	for srv := range servers {
		round, cancel := context.WithTimeout(parent, time.Minute)
		err := srv.Shutdown(round)
		cancel()
		if err != nil {
			return err
		}
	}
	return nil
}
