// The first value starts one goroutine, and the loop is left.
package cases

import "net/http"

type Trigger struct{ fired chan string }

func (t *Trigger) Fire(url string) { t.fired <- url }

func (t *Trigger) Run() {
	for {
		url := <-t.fired
		if url == "" {
			continue
		}
		go func() {
			if resp, err := http.Get(url); err == nil {
				resp.Body.Close()
			}
		}()
		return
	}
}
