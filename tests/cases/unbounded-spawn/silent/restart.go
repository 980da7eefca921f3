// The goroutine starts its successor when it fails: there is one at a time.
package cases

import "net/http"

func Watch(url string) {
	resp, err := http.Get(url)
	if err == nil {
		resp.Body.Close()
	}
	go Watch(url)
}
