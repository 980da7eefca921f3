// Run time: transport and client are variables of their own, copied from literals; the pool is as private to each call.
package cases

import (
	"io"
	"net/http"
)

func Size(url string) (int64, error) {
	transport := http.Transport{DisableCompression: true} // want discarded-transport[warning] "each call of Size"
	client := http.Client{Transport: &transport}
	resp, err := client.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return io.Copy(io.Discard, resp.Body)
}
