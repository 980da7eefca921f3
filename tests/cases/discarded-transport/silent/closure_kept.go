// Near miss of closure: the closure outlives the call, and its transport serves every later one.
package cases

import "net/http"

func Checker() func(string) error {
	client := &http.Client{Transport: &http.Transport{}}
	return func(url string) error {
		resp, err := client.Head(url)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
}
