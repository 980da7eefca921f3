// The response is asked for before it is used.
package cases

import "net/http"

func code(url string) int {
	resp, _ := http.Get(url)
	if resp == nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}
