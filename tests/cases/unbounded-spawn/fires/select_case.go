// One case of a select starts a goroutine each time it wins.
package cases

import (
	"context"
	"net/http"
)

type Notifier struct{ urls chan string }

func (n *Notifier) Notify(url string) { n.urls <- url }

func (n *Notifier) Run(ctx context.Context) {
	for {
		select {
		case url := <-n.urls:
			go http.Get(url) // want unbounded-spawn "n.urls"
		case <-ctx.Done():
			return
		}
	}
}
