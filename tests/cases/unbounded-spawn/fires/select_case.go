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
			go func() { // want unbounded-spawn "n.urls"
				if resp, err := http.Get(url); err == nil {
					resp.Body.Close()
				}
			}()
		case <-ctx.Done():
			return
		}
	}
}
